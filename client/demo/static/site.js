// What the demo site does beyond its links: a search on the list of datasets, and one custom event for a download.
(() => {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[download]');
    // Absent where the measurement is blocked.
    if (link) window.passant?.('Download', { props: { file: link.pathname.split('/').pop() } });
  });

  const cards = document.querySelector('[data-cards]');
  const field = document.querySelector('#q');
  if (!cards || !field) return;
  const counter = document.querySelector('[data-count]');
  const show = () => {
    const wanted = field.value.trim().toLowerCase();
    let count = 0;
    for (const card of cards.children) {
      card.hidden = !card.textContent.toLowerCase().includes(wanted);
      if (!card.hidden) count += 1;
    }
    counter.textContent = String(count);
  };
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.addEventListener('input', show);
  show();
})();
