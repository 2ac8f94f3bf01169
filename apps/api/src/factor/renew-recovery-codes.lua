-- Put other recovery codes in place of those there were, beside a factor that is there still. Rule SF12.
-- KEYS  factor, recovery
-- ARGV  codes
-- Says  renewed | gone
if redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
redis.call('DEL', KEYS[2])
redis.call('SADD', KEYS[2], unpack(cjson.decode(ARGV[1])))
return 'renewed'
