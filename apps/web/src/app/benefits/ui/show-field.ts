import { afterNextRender, DOCUMENT, inject, Injector } from '@angular/core';
import { type BenefitSectionName, BenefitStore } from '../benefit/benefit-store';
import { focusField } from '../../fields/edited-row';

const MEASURE_FIELDS = ['unit', 'direction', 'frequency'];
const VALUE_FIELDS = ['fullYearValueMinor', 'monetised', 'priceYear', 'startsOn', 'endsOn', 'poolId', 'estimateBasis'];

/** The section a field stands in; undefined for what can always be written. */
export function sectionOf(anchor: string): BenefitSectionName | undefined {
  const [, prefix, name = ''] = /^(benefit|measure)(?:-\d+)?-(\w+)$/.exec(anchor) ?? [];
  if (prefix === 'measure') return MEASURE_FIELDS.includes(name) ? 'measures' : undefined;
  if (prefix !== 'benefit' || /^test|^measures$|^attribution$|^state$/.test(name)) return undefined;
  return VALUE_FIELDS.includes(name) ? 'value' : 'profile';
}

/** Shows a field by its anchor: opens its section for editing, and puts the focus into it (injection context). */
export function injectShowField(store = inject(BenefitStore)): (anchor: string) => void {
  const [document, injector] = [inject(DOCUMENT), inject(Injector)];
  return (anchor) => {
    const section = sectionOf(anchor);
    if (section) store.open(section);
    afterNextRender(() => focusField(document, anchor), { injector });
  };
}
