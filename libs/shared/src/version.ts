// The number both ends compare in the handshake: raised for any change of the wire but a new optional field.
export const WIRE_VERSION = 6;
