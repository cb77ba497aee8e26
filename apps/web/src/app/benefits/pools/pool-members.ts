import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type BenefitPool, type BenefitPoolClaims, poolRoutes } from '@hoest/contracts';
import { Decimal } from '@hoest/quantities';
import { Format, injectUiText, PercentInput } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { ScopeLink } from '../../shell/scope-link';
import { benefitsTexts } from '../benefits-texts';
import { poolSums } from './pool-sums';
import { PoolYear } from './pool-year';

type Shares = Readonly<Record<string, string | null>>;

const stored = (pool: BenefitPool): Shares =>
  Object.fromEntries(pool.members.map(({ benefitId, share }) => [benefitId, share]));
const isSame = (a: string | null, b: string | null) => (a === null || b === null ? a === b : new Decimal(a).equals(b));

/** The benefits of a pool: agreed shares, claims and what is granted of them, planned and realised. */
@Component({
  selector: 'app-pool-members',
  imports: [PercentInput, PoolYear, ScopeLink],
  templateUrl: './pool-members.html',
  styles: `
    :host {
      display: block;
    }
    ui-percent-input {
      display: block;
      width: 110px;
      margin-left: auto;
    }
    .under {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-3);
      align-items: center;
      margin-top: var(--space-3);
    }
  `,
})
export class PoolMembers {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  protected readonly t = benefitsTexts.inject();
  protected readonly ui = injectUiText();
  readonly pool = input.required<BenefitPool>();
  readonly claims = input<BenefitPoolClaims>();
  readonly mayEdit = input.required<boolean>();
  readonly year = input.required<number>();
  readonly now = input.required<number>();
  readonly yearChosen = output<number>();
  readonly changed = output<BenefitPool>();

  /** Shares as they are typed; what another person saved meanwhile replaces them. */
  protected readonly shares = linkedSignal<Shares>(() => stored(this.pool()));
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** What all agreed shares make; above 1 more is agreed than there is. */
  protected readonly agreed = computed(() =>
    Object.values(this.shares()).reduce((sum, share) => sum.plus(share ?? 0), new Decimal(0)),
  );
  protected readonly tooMuch = computed(() => this.agreed().greaterThan(1));
  protected readonly unsaved = computed(() => {
    const before = stored(this.pool());
    return Object.entries(this.shares()).some(([id, share]) => !isSame(share, before[id] ?? null));
  });
  protected readonly standing = computed(() => {
    if (Object.values(this.shares()).every((share) => share === null)) return this.t('pool.noShares');
    const sum = this.format.percent(this.agreed());
    return this.t(this.tooMuch() ? 'pool.sharesTooMuch' : 'pool.sharesSum', { sum });
  });
  protected readonly rows = computed(() => {
    const claims = new Map((this.claims()?.members ?? []).map((one) => [one.benefitId, one]));
    return this.pool().members.map(({ benefitId, title }) => {
      const own = claims.get(benefitId);
      return {
        id: benefitId,
        title,
        share: this.shares()[benefitId] ?? null,
        shareText: this.percent(this.shares()[benefitId] ?? null),
        figures: own
          ? [own.plannedClaimMinor, own.plannedGrantedMinor, own.realisedClaimMinor, own.realisedGrantedMinor].map(
              (minor) => this.amount(minor),
            )
          : undefined,
      };
    });
  });
  protected readonly total = computed(() => {
    const claims = this.claims();
    if (!claims) return [];
    const { plannedClaim, plannedGranted, realisedClaim, realisedGranted } = poolSums(claims);
    return [plannedClaim, plannedGranted, realisedClaim, realisedGranted].map((minor) => this.amount(minor));
  });
  protected readonly heads = computed(() => [
    this.t('pool.plannedClaim'),
    this.t('pool.plannedGranted'),
    this.t('pool.realisedClaim'),
    this.t('pool.realisedGranted'),
  ]);

  private amount(minor: string | bigint): string {
    return this.format.amount(minor, { currency: this.pool().currency });
  }

  private percent(share: string | null): string {
    return share === null ? this.t('pool.noShare') : this.format.percent(share, { maxDecimals: 2 });
  }

  protected set(id: string, share: string | null): void {
    this.shares.update((shares) => ({ ...shares, [id]: share }));
  }

  protected async save(): Promise<void> {
    if (this.busy() || this.tooMuch() || !this.unsaved()) return;
    const { id, version } = this.pool();
    const shares = Object.entries(this.shares()).flatMap(([benefitId, share]) =>
      share === null ? [] : [{ benefitId, share }],
    );
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      this.changed.emit(
        await this.client.call(poolRoutes.changePool, { params: { id }, body: { shares }, ifMatch: version }),
      );
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
