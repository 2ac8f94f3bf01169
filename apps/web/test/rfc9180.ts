// The published vectors of RFC 9180 for the suite in use, DHKEM(P-256, HKDF-SHA256) / HKDF-SHA256 / AES-256-GCM (16, 1, 2), in
// each of its four modes. The appendix prints other suites; all of them stand in the RFC's own machine-readable file: [TestVectors]
// there, test-vectors.json of cfrg/draft-irtf-cfrg-hpke at commit 5f503c564da00b0687b3de75f1dfbdfc4079ad31, whose SHA-256 is
// 61fc662f01996cd06d713dacf5e133167bd309a1f329442d53f1e21a47b3ede6. Copied from there as it is; it numbers messages from 0.
export const info = '4f6465206f6e2061204772656369616e2055726e';
export const plain = '4265617574792069732074727574682c20747275746820626561757479';
const psk = {
  key: '0247fd33b913760fa1fa51e1892d9f307fbe65eb171e8132c2af18555a738b82',
  id: '456e6e796e20447572696e206172616e204d6f726961',
};

/** `ikm`: what the ephemeral, the receiver's and the sender's keys are made of. `sealed`: by number, the carry past 255 too. */
export const vectors = [
  {
    mode: 'auth',
    psk: undefined,
    ikm: {
      ephemeral: 'd6c49e442aad90bcc1bc0d166e5c4d3df845c803ba08b8a4d891af2eeae4f97e',
      receiver: '3c56756948f1c27aed3eb27a923c891dc073eccf94bb6c1b64a8bfaa95f1f8f7',
      sender: '0f3def8cc45967f86c566f2c2a7decedff0d5f8b20a34ab65318144c80cb6b2b',
    },
    enc: '04a7aeac79fda402674ef247c12d6f5fdfd21498d896b67ff04ec181382d4516b7662be32b4a2ae817c2d57104ecb6fcaa527438939810612d1b3d0af36ffc66ce',
    sealed: {
      0: '59b9890aabf94c1d502c39d8d356989ab0880ed43e984255db7b32a8d7b0ad5beba799a4ec326a0ddca3dd5e5d',
      1: '0af0da6775648ef8311c9267819d46ac3b8453d1e2bd7332ed49257527c7f789009ea2d3e80d61218d40d06755',
      2: '8cd5bcf23b4f26a96f8faa323f336f5fd46837c15f405b47300a4de88a82d087bf3b7129ea9a53154586c960a2',
      4: 'c475dd501f14a9834952e138d16be954b8f1104e0709213e55c2a02f201eba4ca3156b65401bf81d5a8e97461c',
      255: '1288e097b30e71ad5f6198f23ac3a2634c2fbd575fd302e5eca7968114990fc3aba085eefcbe803e4130c63ff6',
      256: 'df400deaab08719cdc7b278b9d2daf898e6aec30e0b1746552d53a20397c519c409a8b73e5e6672985a09c0942',
    },
  },
  {
    mode: 'auth-psk',
    psk: psk,
    ikm: {
      ephemeral: 'a1bc1ce12c6d8c609a69dc0128616ef952006ca13d9982f5a3d4ec1f81606102',
      receiver: '8a6b1f2c285b3bbf72c6a3afc99bb4a04da7e6d6504e3078a4ee37702eea416a',
      sender: '182813eb895884de91cd97f03ea22f84644bc0bfdd819311bd54f59af879e89a',
    },
    enc: '04060c9ead3a3787e8e84cfe055a5211c11fc228e661aee80dbe9b0daa76f3915e2a8084284618ff1c18b0cd4af90a6a2f901a09df7b1ba88957b4101c9391607c',
    sealed: {
      0: '9b575da82843bf4561f9ba910e533d6991705e4abda231f62b6a3659ce2cdce44fc1240271727a58edc27f4c8d',
      1: '7c71aebef72cbd8023d9eab822893772bf5926d5ef0d27c58a30441e676b941bc465a6c3b63a1964abe3c95bc9',
      2: 'da47318b6b86dbe3e4c9faa747b24dac70fdd8ddc1ef065af8774dae61cb6d2f946ef248e5262f6e1a456fc2b4',
      4: '974111ef4587d2a7fbd81f44a3cd8f7992a60c5462d61bb8a289e4078340288c019680eb846a831e601bd76cea',
      255: 'd6b8302ff4a4a062875e25d84c0880003c0895a50619d72387a537be1696a5b11b7d518bc816aae584d69d97c3',
      256: '612fe5f5462e6ad59dc20fc5f217a1070f0af4d84eb1e5a26d22460f6ed25e5c1a501b6751aaceb78411dfdcc7',
    },
  },
  {
    mode: 'base',
    psk: undefined,
    ikm: {
      ephemeral: 'a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c',
      receiver: 'a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3',
      sender: undefined,
    },
    enc: '04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0',
    sealed: {
      0: '58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f',
      1: 'b4e7c90d1dd62cb563694956eb517ab55d5e7d1f6366a0066c04ababaa444dbaf60a30d7bb7d3e91b969762dee',
      2: '65463cc0e5fd16e1650a55fb37d5b6fe6e5ac5b6f6e8c2640cfb0fcd528dc37bc0963b5c53d6238c42d447ddf4',
      4: '8537ff19240d613badd398dbeedf0338ca9f549bad6775ae8c3a672666057f6709e0931155cd1cae7071c6fd27',
      255: '2bcdb6aa31cf9b85855aa22c18ee7feb783b26d5f8fae4554a409845810bdac0fc06bdce6c60a37efb45a106eb',
      256: 'fcc4c798b73d45d4a241f4d05886befed63b8bdf0252454072c9f6170f6e262f2738cf2ea290053b2181ad46d6',
    },
  },
  {
    mode: 'psk',
    psk: psk,
    ikm: {
      ephemeral: '3f9edbfb0f212a16692104c98023db64197b8c94831cbc0c1e62d752d0a097e6',
      receiver: '0af0766dd39ca8eefef6b6f6b782bbed2e44f85380b794759d490b5fdbb1cfd6',
      sender: undefined,
    },
    enc: '04a3cd1fd41bb0915973a14325a6c7612b336630e6c2fd3f3ae5a311bfe950d493155f446f3fc4a45d439073e998624fca9490ac7eca4c312271d8720f8e6d7a74',
    sealed: {
      0: '1552f6db424acdef53728dbfab35b85266681af9f9c42fa60e30cc858da8eb1fe05437fea881290cdeaad317d0',
      1: '63f621439c282094cfe95d1c51f76ae3904dd4c801fb5de01619a0fe20e224859e59278e386312e60376bb34c9',
      2: '48419d35936c3ba5d88166a9b2545db2b972f98b2e3720bf786af569bdbf3c48fe55182e8df43bcfb4377c4cc6',
      4: '4b9a3798b500e6954d4063de5f81a3e7fffa7e2769a9385176d7451a84fb0296fb415b825a998400ebaa7e1842',
      255: 'd769b1f17240a332ce07818b053962c0662fa19a3afb3c9477ccec352a0c087d242e64da669a363d030542f562',
      256: '321901b5c0e9d2327de5f12ac1e2c0c689d6f473e6f318141ac84eb52e0cbc0509c5984996a08c717294663e05',
    },
  },
];
