-- Put one field of an account in place of what it was; an account that was removed stays removed. Rules SP2, SP5.
-- KEYS  account
-- ARGV  field, value
-- Says  changed | no-such-account
if redis.call('EXISTS', KEYS[1]) == 0 then return 'no-such-account' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 'changed'
