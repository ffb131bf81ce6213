using System.Text.Json;

namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>Reads lists to their end.</summary>
internal static class ApiPages
{
    public static async Task<IReadOnlyList<T>> PagesAsync<T>(this ApiKit kit, string path, Func<JsonElement, T> of)
    {
        var (items, cursor) = (new List<T>(), "");
        while (true)
        {
            var page = (await kit.GetAsync(path + cursor)).Json;
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(of));
            if (page.GetProperty("next").GetString() is not { } next)
            {
                return items;
            }

            cursor = $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={next}";
        }
    }
}
