-- Forget an account, and free its pseudonym and its identity, unless nobody who administers would be left. Rules SP3, SP6.
-- KEYS  account, accounts, pseudonyms, identities
-- ARGV  id, folded, prefix
-- Says  removed | no-such-account | last-administrator
if redis.call('EXISTS', KEYS[1]) == 0 then return 'no-such-account' end
local function someoneElseAdministers()
  for _, other in ipairs(redis.call('SMEMBERS', KEYS[2])) do
    local is = redis.call('HMGET', ARGV[3] .. other, 'role', 'suspended')
    if other ~= ARGV[1] and is[1] == 'administrator' and is[2] == 'no' then return true end
  end
  return false
end
local administers = redis.call('HGET', KEYS[1], 'role') == 'administrator'
if administers and not someoneElseAdministers() then return 'last-administrator' end
local identity = redis.call('HGET', KEYS[1], 'identity')
if identity then redis.call('HDEL', KEYS[4], identity) end
redis.call('HDEL', KEYS[3], ARGV[2])
redis.call('SREM', KEYS[2], ARGV[1])
redis.call('DEL', KEYS[1])
return 'removed'
