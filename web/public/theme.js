// Before the first paint, so that a page set to dark does not flash.
try {
  const theme = localStorage.getItem('entente.theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {
  // no storage: the system's choice holds
}
