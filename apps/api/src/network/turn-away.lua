-- Say whether the door is closed to a newcomer by any name of their network, and count whom it turned away. Rules CN3, CN5.
-- KEYS  closures
-- ARGV  notAfter, now, networks
-- Says  open | closed | stale
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
for _, network in ipairs(cjson.decode(ARGV[3])) do
  local known = redis.call('HGET', KEYS[1], network)
  local closure = known and cjson.decode(known)
  if closure and closure['at'] == 'closed' and tonumber(ARGV[2]) < closure['until'] then
    closure['refused'] = closure['refused'] + 1
    redis.call('HSET', KEYS[1], network, cjson.encode(closure))
    return 'closed'
  end
end
return 'open'
