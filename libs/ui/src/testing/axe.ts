import axe from 'axe-core';

/**
 * Serious and critical findings of axe in an element, for specs. Contrast is the tokens' own test; visible labels are left
 * to the browser journeys, because jsdom lays nothing out.
 */
export async function seriousFindings(element: HTMLElement): Promise<string[]> {
  const attached = element.isConnected;
  if (!attached) document.body.append(element);
  const { violations } = await axe.run(element, {
    rules: {
      'color-contrast': { enabled: false },
      'label-content-name-mismatch': { enabled: false },
      region: { enabled: false },
    },
  });
  if (!attached) element.remove();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
