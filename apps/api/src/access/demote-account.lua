-- Make an account a volunteer's again, unless nobody who administers would be left. Rules SP3, SP9.
-- KEYS  account, accounts
-- ARGV  id, prefix
-- Says  demoted | no-such-account | last-administrator
if redis.call('EXISTS', KEYS[1]) == 0 then return 'no-such-account' end
local function someoneElseAdministers()
  for _, other in ipairs(redis.call('SMEMBERS', KEYS[2])) do
    local is = redis.call('HMGET', ARGV[2] .. other, 'role', 'suspended')
    if other ~= ARGV[1] and is[1] == 'administrator' and is[2] == 'no' then return true end
  end
  return false
end
local administers = redis.call('HGET', KEYS[1], 'role') == 'administrator'
if administers and not someoneElseAdministers() then return 'last-administrator' end
redis.call('HSET', KEYS[1], 'role', 'volunteer')
return 'demoted'
