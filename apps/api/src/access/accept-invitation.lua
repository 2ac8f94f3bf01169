-- Turn a standing invitation into an account, once. Rules AC2, AC4, AC5, AC12.
-- KEYS  invitation, firstInvitation, pseudonyms, account, accounts
-- ARGV  now, digest, folded, id, fields
-- Says  accepted | refused | taken
local kept = redis.call('GET', KEYS[1])
if not kept then return 'refused' end
local invitation = cjson.decode(kept)
if tonumber(ARGV[1]) >= invitation.standsUntil then return 'refused' end
if not invitation.by and redis.call('GET', KEYS[2]) ~= ARGV[2] then return 'refused' end
if redis.call('HSETNX', KEYS[3], ARGV[3], ARGV[4]) == 0 then return 'taken' end
redis.call('DEL', KEYS[1], KEYS[2])
redis.call('SADD', KEYS[5], ARGV[4])
for field, value in pairs(cjson.decode(ARGV[5])) do redis.call('HSET', KEYS[4], field, value) end
return 'accepted'
