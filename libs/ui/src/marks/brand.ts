import { Component } from '@angular/core';

/** The sheaf of five straws with the wordmark. */
@Component({
  selector: 'ui-brand',
  template: `<svg viewBox="0 0 20 22" aria-hidden="true">
      <g fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="square">
        <path d="M10 21V2" />
        <path d="M10 15 5.6 10.6V5" />
        <path d="M10 15l4.4-4.4V5" />
        <path d="M10 21 1.6 12.6V8.5" />
        <path d="M10 21l8.4-8.4V8.5" />
      </g></svg
    >Høst`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      color: var(--ink);
      font: var(--weight-strong) 22px/1 var(--font-display);
      letter-spacing: -0.01em;
    }
    svg {
      width: 20px;
      height: 22px;
      color: var(--accent);
    }
  `,
})
export class Brand {}
