import { Component, computed, inject } from '@angular/core';
import { Choose, Format, MarkChange, PercentInput, SaveStatus } from '@hoest/ui';
import { EDITED_ROW } from '../../../fields/edited-row';
import { initiativeTexts } from '../../portfolio-texts';
import { InitiativeStore } from '../initiative-store';

type Share = { unitId: string; share: string | null };

/** Units that the initiative changes work in, each with its share of it; the list is saved as one. */
@Component({
  selector: 'app-affected-units',
  imports: [Choose, MarkChange, PercentInput, SaveStatus],
  templateUrl: './affected-units.html',
  styleUrl: './list-field.css',
  host: { id: 'initiative-affectedUnits', tabindex: '-1' },
})
export class AffectedUnits {
  protected readonly t = initiativeTexts.inject();
  protected readonly store = inject(InitiativeStore);
  protected readonly row = inject(EDITED_ROW);
  private readonly format = inject(Format);
  protected readonly edit = this.store.edit;

  protected readonly units = computed(() => this.store.initiative()?.affectedUnits ?? []);
  protected readonly left = computed(() => {
    const chosen = new Set(this.units().map(({ unitId }) => unitId));
    return this.store.unitOptions().filter(({ id }) => !chosen.has(id));
  });
  protected readonly text = computed(() => this.write(this.units()));

  constructor() {
    this.store.writes('affectedUnits', (value) => this.write(value as readonly Share[]));
  }

  protected add(unitId: string | null): void {
    if (unitId !== null) this.save([...this.shares(), { unitId, share: null }]);
  }

  protected remove(unitId: string): void {
    this.save(this.shares().filter((one) => one.unitId !== unitId));
  }

  protected setShare(unitId: string, share: string | null): void {
    this.save(this.shares().map((one) => (one.unitId === unitId ? { unitId, share } : one)));
  }

  private shares(): Share[] {
    return this.units().map(({ unitId, share }) => ({ unitId, share }));
  }

  private save(affectedUnits: Share[]): void {
    void this.edit.save('affectedUnits', affectedUnits);
  }

  private write(shares: readonly Share[]): string {
    return this.format.list(
      shares.map(({ unitId, share }) => {
        const name = this.store.unitName(unitId) ?? '';
        return share === null ? name : `${name} ${this.format.percent(share)}`;
      }),
    );
  }
}
