/** Says that visitors cannot be told apart because their addresses do not arrive, and what to do. */
import { useApp } from '../state/app.ts';

export function AddressWarning() {
  const { texts, server } = useApp();
  if (server.value?.areAddressesMissing !== true) return null;
  const words = texts.value.addresses;
  return (
    <aside class="warning" aria-labelledby="address-warning">
      <p class="warning-title" id="address-warning">
        {words.title}
      </p>
      <p>{words.consequence}</p>
      <p>{words.remedy}</p>
    </aside>
  );
}
