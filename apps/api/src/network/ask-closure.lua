-- Keep that somebody asks to close the door to a network, unless it is asked or closed already. Rule CN1.
-- KEYS  closures
-- ARGV  notAfter, now, network, record, keptFor
-- Says  asked | asked-already | closed-already | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local known = redis.call('HGET', KEYS[1], ARGV[3])
if known then
  local closure = cjson.decode(known)
  if tonumber(ARGV[2]) < closure['until'] then
    return closure['at'] == 'closed' and 'closed-already' or 'asked-already'
  end
end
redis.call('HSET', KEYS[1], ARGV[3], ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return 'asked'
