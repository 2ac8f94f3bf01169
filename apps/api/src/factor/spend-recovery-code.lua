-- Take a recovery code away by using it, and say how many are left. Rule SF2.
-- KEYS  recovery
-- ARGV  code
-- Says  spent | unknown
if redis.call('SREM', KEYS[1], ARGV[1]) == 0 then return 'unknown' end
return { 'spent', redis.call('SCARD', KEYS[1]) }
