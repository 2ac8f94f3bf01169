-- Keep a session, and its name beside its account's others; those that ended by themselves are taken off. Rules AC9, SP7.
-- KEYS  session, sessions
-- ARGV  digest, record, keptFor, inAll, prefix
-- Says  open
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
for _, other in ipairs(redis.call('SMEMBERS', KEYS[2])) do
  if redis.call('EXISTS', ARGV[5] .. other) == 0 then redis.call('SREM', KEYS[2], other) end
end
redis.call('SADD', KEYS[2], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 'open'
