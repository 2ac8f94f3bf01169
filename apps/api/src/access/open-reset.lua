-- Keep a link to another password, in place of the one before, for an account that has a password. Rule SP4.
-- KEYS  account, reset
-- ARGV  digest, record, keptFor
-- Says  open | no-such-account
if redis.call('HEXISTS', KEYS[1], 'sealed') == 0 then return 'no-such-account' end
redis.call('HSET', KEYS[1], 'reset', ARGV[1])
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 'open'
