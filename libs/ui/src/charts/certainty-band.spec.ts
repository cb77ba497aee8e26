import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type BandGroup, CertaintyBand } from './certainty-band';

const GROUPS: BandGroup[] = [
  {
    title: 'Realiseret 5,5 mio. kr.',
    name: 'Realiseret',
    note: '',
    text: '5,5',
    segments: [
      { id: 'cash', label: 'Budgeteffekt', size: 57, text: '5,7', fill: 'fill-4' },
      { id: 'other', label: 'Andre, trukket fra', size: -2, text: '−0,2', fill: 'fill-2' },
    ],
  },
];

@Component({
  imports: [CertaintyBand],
  template: `<ui-certainty-band [groups]="groups" [words]="words" /><ng-template #words let-segment
      ><a href="#">{{ segment.label }}</a></ng-template
    >`,
})
class BandWithLinks {
  protected readonly groups = GROUPS;
}

describe('the certainty band with words of its caller', () => {
  let element: HTMLElement;
  beforeEach(async () => {
    const fixture = TestBed.createComponent(BandWithLinks);
    await fixture.whenStable();
    element = fixture.nativeElement as HTMLElement;
  });

  it('is no picture, so that its links can be reached', () => {
    expect(element.querySelector('[role=img]')).toBeNull();
    expect([...element.querySelectorAll('.band a')].map((link) => link.textContent)).toEqual([
      'Budgeteffekt',
      'Andre, trukket fra',
    ]);
    expect(element.querySelector('.band [aria-hidden] a')).toBeNull();
  });

  it('shows what is deducted as an empty outline, and in the table under the group’s short name', () => {
    expect([...element.querySelectorAll('.block')].map((block) => block.classList.contains('deducted'))).toEqual([
      false,
      true,
    ]);
    expect(element.querySelector('tr.group')?.textContent).toBe('Realiseret5,5');
  });
});
