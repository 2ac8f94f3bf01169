-- Forget the oldest records of a chain, and remember where it begins since. Rule AU4.
-- KEYS  audit, auditChain
-- ARGV  first, count, number, seal
-- Says  forgotten | moved-on
if redis.call('LINDEX', KEYS[1], 0) ~= ARGV[1] then return 'moved-on' end
redis.call('LTRIM', KEYS[1], ARGV[2], -1)
redis.call('HSET', KEYS[2], 'begin', ARGV[3], 'beginSeal', ARGV[4])
return 'forgotten'
