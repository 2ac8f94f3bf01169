// First words wait with the person who wrote them, and leave once.
import { describe, expect, it } from '@jest/globals';
import { limits } from '@veille/shared';
import { aTab } from '../../test/a-tab.js';
import { FirstWords } from './first-words.svelte.js';

describe('first words', () => {
  it('[FA1] leave in order, once, and leave what stands in the box where it is', () => {
    const words = new FirstWords();
    words.draft = 'pas encore';
    words.hold('bonsoir');
    words.hold('je ne dors pas');
    expect(words.leave()).toEqual(['bonsoir', 'je ne dors pas']);
    expect(words.leave()).toEqual([]);
    expect(words.draft).toBe('pas encore');
  });

  it('[FA1] can be taken back into the box, before what stands there', () => {
    const words = new FirstWords();
    words.hold('bonsoir');
    words.draft = 'la suite';
    words.takeBack(0);
    expect(words.draft).toBe('bonsoir\nla suite');
    expect(words.held).toEqual([]);
  });

  it('[SM5] are held only when they can be sealed later', () => {
    const words = new FirstWords();
    expect(words.hold('"'.repeat(1_100) + '本'.repeat(900))).toBe('too-long');
    expect(words.hold('a'.repeat(limits.text))).toBe('taken');
  });

  it('[FA13] are gone when the stay is over', () => {
    const words = new FirstWords();
    words.hold('bonsoir');
    words.draft = 'la suite';
    words.wipe();
    expect([words.draft, words.held]).toEqual(['', []]);
  });

  it('[FA4] [FA25] leave one mark in the tab, that there was something, and none when there is nothing', () => {
    const tab = aTab();
    const words = new FirstWords(tab);
    expect(words.lost).toBe(false);
    words.draft = 'je ne dors pas';
    words.hold('bonsoir');
    expect([tab.length, tab.getItem('veille-mots')]).toEqual([1, '1']);
    const reloaded = new FirstWords(tab);
    expect([reloaded.lost, reloaded.draft, reloaded.held]).toEqual([true, '', []]);
    reloaded.hold('encore');
    expect(reloaded.lost).toBe(false);
    reloaded.leave();
    expect(tab.length).toBe(0);
    words.wipe();
    expect(new FirstWords(tab).lost).toBe(false);
  });
});
