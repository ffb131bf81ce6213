using System.Globalization;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit;

/// <summary>Whatever is sent: no 500, nothing written without a token, the trail still holds. OPTIMIZER_FUZZ=100000 makes it the long run.</summary>
public sealed class FuzzTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int PlainRun = 3_000;

    [Fact]
    public async Task Requests_OfAnyKind_AreAnsweredAndBreakNothing()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("OPTIMIZER_FUZZ") ?? $"{PlainRun}", CultureInfo.InvariantCulture);
        await using var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0) }, new() { ReadsAtOnce = 1_000, StrangerBurst = int.MaxValue, WriteBurst = int.MaxValue });
        await kit.Loop.RunAsync(3);
        var tokens = new List<string?> { null };
        foreach (var role in Enum.GetValues<Role>())
        {
            tokens.Add(await kit.TokenAsync(role));
        }

        var fuzz = new RequestFuzz(20260105);
        using var client = kit.Server.CreateClient();
        var statuses = new SortedDictionary<int, int>();
        for (var number = 0; number < count; number++)
        {
            var token = tokens[number % tokens.Count];
            var before = kit.Loop.Loop.Records.Head().Count;
            using var request = fuzz.Next(token);
            var what = $"{number}: {request.Method} {request.RequestUri!.OriginalString}";
            using var response = await client.SendAsync(request);
            var (status, text) = ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"{what} was answered {status}: {text}");
            if (status >= 400)
            {
                Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json" || request.Method == HttpMethod.Head, $"{what} was answered {status} without a problem");
            }

            if (token is null)
            {
                Assert.True(before == kit.Loop.Loop.Records.Head().Count, $"{what} wrote without a token");
            }
        }

        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.Equal(200, (await kit.SendAsync("GET", "/health/ready", null)).Status);
        Assert.Empty(kit.Loop.Loop.Records.Verify());
        Assert.Equal(200, (await kit.GetAsync("/api/plays/onboarding")).Status);
    }
}
