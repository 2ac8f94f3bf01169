// Everything of the caller's face behind its first screen, in one piece that is loaded while that screen is read.
import { CallerFace, type CallerPlan } from './caller.svelte.js';
import type { TicketSlip } from '../wire/ticket.js';
import Way from './Way.svelte';
import Where from './Where.svelte';

export type Inside = ReturnType<typeof open>;

export const open = (slip: TicketSlip, plan: CallerPlan) => ({
  face: new CallerFace(slip, plan),
  Way,
  Where,
});
