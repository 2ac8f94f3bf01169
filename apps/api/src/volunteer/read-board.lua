-- How many volunteers of this line are in which state, now; changes nothing. Rule VO8.
-- KEYS  seen
-- ARGV  tag
-- Says  counted   (then: free, offered, talking, breather, away)
local count = { free = 0, offered = 0, talking = 0, breather = 0, away = 0 }
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local at = redis.call('HGET', ARGV[1] .. ':volunteer:' .. id, 'at')
  if at == 'reserved' then at = 'offered' end
  if at then count[at] = count[at] + 1 end
end
return { 'counted', count.free, count.offered, count.talking, count.breather, count.away }
