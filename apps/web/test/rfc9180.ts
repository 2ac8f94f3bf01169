// Test vectors of RFC 9180, appendix A: the modes and parts the pages use. It has none for P-256 with AES-256-GCM together;
// A.3 has our key encapsulation and derivation, A.6 our cipher.
import { Aes128Gcm, Aes256Gcm, DhkemP256HkdfSha256, DhkemP521HkdfSha512 } from '@hpke/core';
import { HkdfSha256, HkdfSha512 } from '@hpke/core';

const info = '4f6465206f6e2061204772656369616e2055726e';
const plain = '4265617574792069732074727574682c20747275746820626561757479';
const psk = {
  key: '0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82',
  id: '456e6e796e20447572696e206172616e204d6f726961',
};
const p256 = () => ({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() });
const p521 = () => ({ kem: new DhkemP521HkdfSha512(), kdf: new HkdfSha512(), aead: new Aes256Gcm() });

/** `ikm`: what the ephemeral, the receiver's and the sender's keys are made of. `sealed`: the first three messages. */
export const vectors = [
  {
    name: 'A.3.3: auth mode, P-256, HKDF-SHA256, AES-128-GCM',
    suite: p256,
    info,
    plain,
    psk: undefined,
    ikm: {
      ephemeral: '798d82a8d9ea19dbc7f2c6dfa54e8a6706f7cdc119db0813dacf8440ab37c857',
      receiver: '7bc93bde8890d1fb55220e7f3b0c107ae7e6eda35ca4040bb6651284bf0747ee',
      sender: '874baa0dcf93595a24a45a7f042e0d22d368747daaa7e19f80a802af19204ba8',
    },
    enc: '042224f3ea800f7ec55c03f29fc9865f6ee27004f818fcbdc6dc68932c1e52e15b79e264a98f2c535ef06745f3d308624414153b22c7332bc1e691cb4af4d53454',
    sealed: [
      '82ffc8c44760db691a07c5627e5fc2c08e7a86979ee79b494a17cc3405446ac2bdb8f265db4a099ed3289ffe19',
      'b0a705a54532c7b4f5907de51c13dffe1e08d55ee9ba59686114b05945494d96725b239468f1229e3966aa1250',
      '8dc805680e3271a801790833ed74473710157645584f06d1b53ad439078d880b23e25256663178271c80ee8b7c',
    ],
  },
  {
    name: 'A.3.4: auth-psk mode, P-256, HKDF-SHA256, AES-128-GCM',
    suite: p256,
    info,
    plain,
    psk,
    ikm: {
      ephemeral: '3c1fceb477ec954c8d58ef3249e4bb4c38241b5925b95f7486e4d9f1d0d35fbb',
      receiver: 'abcc2da5b3fa81d8aabd91f7f800a8ccf60ec37b1b585a5d1d1ac77f258b6cca',
      sender: '6262031f040a9db853edd6f91d2272596eabbc78a2ed2bd643f770ecd0f19b82',
    },
    enc: '046a1de3fc26a3d43f4e4ba97dbe24f7e99181136129c48fbe872d4743e2b131357ed4f29a7b317dc22509c7b00991ae990bf65f8b236700c82ab7c11a84511401',
    sealed: [
      'b9f36d58d9eb101629a3e5a7b63d2ee4af42b3644209ab37e0a272d44365407db8e655c72e4fa46f4ff81b9246',
      '51788c4e5d56276771032749d015d3eea651af0c7bb8e3da669effffed299ea1f641df621af65579c10fc09736',
      '3b5a2be002e7b29927f06442947e1cf709b9f8508b03823127387223d712703471c266efc355f1bc2036f3027c',
    ],
  },
  {
    name: 'A.6.3: auth mode, P-521, HKDF-SHA512, AES-256-GCM',
    suite: p521,
    info,
    plain,
    psk: undefined,
    ikm: {
      ephemeral:
        'fe1c589c2a05893895a537f38c7cb4300b5a7e8fef3d6ccb8f07a498029c61e90262e009dc254c7f6235f9c6b2fd6aeff0a714db131b09258c16e217b7bd2aa619b0',
      receiver:
        '8feea0438481fc0ecd470d6adfcda334a759c6b8650452c5a5dd9b2dd2cc9be33d2bb7ee64605fc07ab4664a58bb9a8de80defe510b6c97d2daf85b92cd4bb0a66bf',
      sender:
        '2f66a68b85ef04822b054ef521838c00c64f8b6226935593b69e13a1a2461a4f1a74c10c836e87eed150c0db85d4e4f506cbb746149befac6f5c07dc48a615ef92db',
    },
    enc: '04017de12ede7f72cb101dab36a111265c97b3654816dcd6183f809d4b3d111fe759497f8aefdc5dbb40d3e6d21db15bdc60f15f2a420761bcaeef73b891c2b117e9cf01e29320b799bbc86afdc5ea97d941ea1c5bd5ebeeac7a784b3bab524746f3e640ec26ee1bd91255f9330d974f845084637ee0e6fe9f505c5b87c86a4e1a6c3096dd',
    sealed: [
      '0116aeb3a1c405c61b1ce47600b7ecd11d89b9c08c408b7e2d1e00a4d64696d12e6881dc61688209a8207427f9',
      '37ece0cf6741f443e9d73b9966dc0b228499bb21fbf313948327231e70a18380e080529c0267f399ba7c539cc6',
      'd17b045cac963e45d55fd3692ec17f100df66ac06d91f3b6af8efa7ed3c8895550eb753bc801fe4bd27005b4bd',
    ],
  },
];
