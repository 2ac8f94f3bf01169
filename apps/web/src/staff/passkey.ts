// What a browser does for a passkey: made or asked with its owner before it. Of its answer no more is sent than is looked at.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { NewPasskey, PasskeyAnswer } from '@veille/shared';
import * as v from 'valibot';
import { ofThisVisit } from '../wire/visit.js';

/** Made whole by our own service for the browser alone: only its outline is looked at. */
const outline = v.looseObject({ challenge: v.string() });
export const toMake = v.strictObject({
  options: v.custom<PublicKeyCredentialCreationOptionsJSON>((options) => v.is(outline, options)),
});
export type PasskeyOffer = v.InferOutput<typeof toMake>;
export const toSign = v.strictObject({
  options: v.custom<PublicKeyCredentialRequestOptionsJSON>((options) => v.is(outline, options)),
});

export const mayHavePasskeys = (): boolean => browserSupportsWebAuthn();

/** `no`: the person, or the device, would not. */
export async function makePasskey({ options }: PasskeyOffer): Promise<NewPasskey | 'no'> {
  try {
    const { id, rawId, response } = await ofThisVisit(startRegistration({ optionsJSON: options }));
    const { clientDataJSON, attestationObject, transports = [] } = response;
    return { ...named(id, rawId), response: { clientDataJSON, attestationObject, transports } };
  } catch {
    return 'no';
  }
}

export async function askPasskey({ options }: v.InferOutput<typeof toSign>): Promise<PasskeyAnswer | 'no'> {
  try {
    const { id, rawId, response } = await ofThisVisit(startAuthentication({ optionsJSON: options }));
    const { clientDataJSON, authenticatorData, signature } = response;
    return { ...named(id, rawId), response: { clientDataJSON, authenticatorData, signature } };
  } catch {
    return 'no';
  }
}

const named = (id: string, rawId: string) => ({
  id,
  rawId,
  type: 'public-key' as const,
  clientExtensionResults: {},
});
