import { Directive, effect, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { Scope } from './scope';

/**
 * A link that keeps the chosen unit in the address: `<a scopeLink="/maturity">`, `<a [scopeLink]="['/initiatives', id]"
 * [params]="{ 'filter[phase]': 'idea' }">`. Use it for every link inside the product.
 */
@Directive({
  selector: 'a[scopeLink]',
  hostDirectives: [{ directive: RouterLink, inputs: ['routerLink: scopeLink', 'fragment'] }],
})
export class ScopeLink {
  private readonly link = inject(RouterLink);
  private readonly scope = inject(Scope);
  /** Further query parameters of the target. */
  readonly params = input<Params>({});

  constructor() {
    effect(() => {
      this.link.queryParams = { ...this.scope.params(), ...this.params() };
    });
  }
}
