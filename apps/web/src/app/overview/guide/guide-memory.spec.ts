import { TestBed } from '@angular/core/testing';
import { GuideMemory } from './guide-memory';

describe('what the guided path remembers', () => {
  beforeEach(() => localStorage.clear());
  const memory = () => TestBed.inject(GuideMemory);

  it('keeps steps and dismissal per person, across visits', () => {
    memory().take('p1', 'curve');
    memory().take('p1', 'curve');
    memory().hide('p1', true);
    TestBed.resetTestingModule();
    expect(memory().of('p1')).toEqual({ hidden: true, done: ['curve'] });
    expect(memory().of('p2')).toEqual({ hidden: false, done: [] });
  });

  it.each(['not json', 'null', '{"p1":null}', '{"p1":{"hidden":"yes","done":["dance"]}}'])(
    'reads %s as nothing taken',
    (text) => {
      localStorage.setItem('hoest.guide', text);
      expect(memory().of('p1')).toEqual({ hidden: false, done: [] });
    },
  );
});
