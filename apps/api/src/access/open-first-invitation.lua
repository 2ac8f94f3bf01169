-- Keep the invitation of the first coordinator, in place of the one before, while there is no account. Rule AC12.
-- KEYS  accounts, firstInvitation, invitation
-- ARGV  digest, record, keptFor
-- Says  open | not-first
if redis.call('EXISTS', KEYS[1]) == 1 then return 'not-first' end
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[3])
redis.call('SET', KEYS[3], ARGV[2], 'PX', ARGV[3])
return 'open'
