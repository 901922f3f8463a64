
if (!window.kpiListens) {
  window.kpiListens = true;
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".k-print")) window.print();
  });
}
