// What the tab keeps of its conversation, and for how long.
import { describe, expect, it } from '@jest/globals';
import { aTab } from '../../test/a-tab.js';
import { ContinuitySlip } from './continuity-slip.js';

const continuity = { name: 'name', secret: 'secret' };

describe('the slip of a conversation', () => {
  it('[FA4] is found by a page loaded anew, for its own conversation only', () => {
    const tab = aTab();
    new ContinuitySlip(tab).keep('conversation-1', continuity);
    expect(new ContinuitySlip(tab).of('conversation-1')).toEqual(continuity);
    expect(new ContinuitySlip(tab).of('conversation-2')).toBeUndefined();
  });

  it('[FA4] leaves nothing in the tab when the conversation is over', () => {
    const tab = aTab();
    const slip = new ContinuitySlip(tab);
    slip.keep('conversation-1', continuity);
    slip.remove();
    expect(tab.length).toBe(0);
  });

  it('[FA4] is none where it was touched, or where the browser keeps nothing', () => {
    const tab = aTab();
    for (const touched of ['', '{', '{"conversation":"conversation-1"}', 'null']) {
      tab.setItem('veille-suite', touched);
      expect(new ContinuitySlip(tab).of('conversation-1')).toBeUndefined();
    }
    const nowhere = new ContinuitySlip(undefined);
    nowhere.keep('conversation-1', continuity);
    expect(nowhere.of('conversation-1')).toBeUndefined();
  });
});
