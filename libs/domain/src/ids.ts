// Names of things, branded so that one can never stand where another is meant. All are opaque to everyone.
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type LineId = Id<'line'>;
export type CallerId = Id<'caller'>;
export type VolunteerId = Id<'volunteer'>;
export type OfferId = Id<'offer'>;
export type ConversationId = Id<'conversation'>;
export type PlaceId = Id<'place'>;
export type AccountId = Id<'account'>;
export type AssociationId = Id<'association'>;
export type NetworkId = Id<'network'>;
export type AgreementId = Id<'agreement'>;

// The only casts: an id enters the domain here, from a store or a parsed event.
export const lineId = (raw: string) => raw as LineId;
export const callerId = (raw: string) => raw as CallerId;
export const volunteerId = (raw: string) => raw as VolunteerId;
export const offerId = (raw: string) => raw as OfferId;
export const placeId = (raw: string) => raw as PlaceId;
export const accountId = (raw: string) => raw as AccountId;
export const associationId = (raw: string) => raw as AssociationId;
export const networkId = (raw: string) => raw as NetworkId;
export const agreementId = (raw: string) => raw as AgreementId;
/** A conversation bears the id of the offer it came from: an answer sent twice can only open it once. */
export const conversationFrom = (offer: OfferId) => offer as string as ConversationId;
export const conversationId = (raw: string) => raw as ConversationId;
