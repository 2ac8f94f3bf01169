-- Close the door to a network that somebody else asked to close, while the asking stands. Rule CN2.
-- KEYS  closures
-- ARGV  notAfter, now, network, id, by, until, keptFor
-- Says  closed | same-person | gone | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local known = redis.call('HGET', KEYS[1], ARGV[3])
if not known then return 'gone' end
local closure = cjson.decode(known)
if closure['id'] ~= ARGV[4] or closure['at'] ~= 'asked' then return 'gone' end
if tonumber(ARGV[2]) >= closure['until'] then return 'gone' end
if closure['by'] == ARGV[5] then return 'same-person' end
closure['at'], closure['until'] = 'closed', tonumber(ARGV[6])
redis.call('HSET', KEYS[1], ARGV[3], cjson.encode(closure))
redis.call('PEXPIRE', KEYS[1], ARGV[7])
return 'closed'
