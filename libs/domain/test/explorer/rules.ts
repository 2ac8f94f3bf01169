// The rules the explorer goes by; a control breaks one of them, and must be found out.
import { endConversation, handBack, loseCaller, loseVolunteer } from '../../src/conversation.js';
import { handOver } from '../../src/hand-over.js';
import { join, lapse, leave, outwait, wake } from '../../src/line.js';
import {
  acceptOffer,
  declineOffer,
  expireOffer,
  makeOffer,
  skipCaller,
  standOffer,
  withdrawOffer,
} from '../../src/offer.js';
import { putBack, remainsOver } from '../../src/rebuild.js';
import { becomeFree, goAway, lapseShift, startShift, stopShift } from '../../src/volunteer.js';

export const rules = {
  ...{ join, leave, lapse, outwait, wake },
  ...{ makeOffer, standOffer, skipCaller, acceptOffer, declineOffer, expireOffer, withdrawOffer },
  ...{ endConversation, loseCaller, loseVolunteer, handBack, handOver },
  ...{ startShift, becomeFree, goAway, stopShift, lapseShift },
  ...{ putBack, remainsOver },
};
export type Rules = typeof rules;
