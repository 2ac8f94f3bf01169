-- Turn a standing invitation into an account, once. Rules AC2, AC4, AC5, AC12, SO6.
-- KEYS  invitation, firstInvitation, pseudonyms, account, accounts, identities
-- ARGV  now, digest, folded, id, fields
-- Says  accepted | refused | taken
local kept = redis.call('GET', KEYS[1])
if not kept then return 'refused' end
local invitation = cjson.decode(kept)
if tonumber(ARGV[1]) >= invitation.standsUntil then return 'refused' end
if not invitation.by and redis.call('GET', KEYS[2]) ~= ARGV[2] then return 'refused' end
local fields = cjson.decode(ARGV[5])
if fields.identity and redis.call('HEXISTS', KEYS[6], fields.identity) == 1 then return 'taken' end
if redis.call('HSETNX', KEYS[3], ARGV[3], ARGV[4]) == 0 then return 'taken' end
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('SADD', KEYS[5], ARGV[4])
if fields.identity then redis.call('HSET', KEYS[6], fields.identity, ARGV[4]) end
for field, value in pairs(fields) do redis.call('HSET', KEYS[4], field, value) end
return 'accepted'
