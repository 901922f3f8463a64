"""The commands of the contract, thin over the use cases."""
