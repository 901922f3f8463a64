"""An upload on its way in: guard → grid → table → readings → findings. Nothing later looks back at the bytes."""
