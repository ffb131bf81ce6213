using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit;

/// <summary>What DESIGN section 5 fixes for all time, and who may call it.</summary>
public sealed class RoutesTests
{
    public static TheoryData<string, string, Role?> Routes => new()
    {
        { "POST", "/api/plays", Role.Operator },
        { "GET", "/api/plays", Role.Viewer },
        { "GET", "/api/plays/{id}", Role.Viewer },
        { "PUT", "/api/plays/{id}", Role.Operator },
        { "GET", "/api/plays/{id}/history", Role.Viewer },
        { "GET", "/api/plays/{id}/definition", Role.Viewer },
        { "POST", "/api/plays/{id}/tick", Role.Operator },
        { "POST", "/api/plays/{id}/pause", Role.Operator },
        { "POST", "/api/plays/{id}/resume", Role.Operator },
        { "POST", "/api/plays/{id}/stop", Role.Operator },
        { "GET", "/api/experiments", Role.Viewer },
        { "GET", "/api/experiments/{id}", Role.Viewer },
        { "GET", "/api/decisions/{id}", Role.Viewer },
        { "GET", "/api/reports", Role.Viewer },
        { "GET", "/api/reports/{path}", Role.Viewer },
        { "POST", "/api/events", Role.Operator },
        { "GET", "/api/assignments", Role.Operator },
        { "GET", "/api/settings/{play}", Role.Viewer },
        { "GET", "/api/audit", Role.Viewer },
        { "GET", "/api/plays/{id}/brief", Role.Viewer },
        { "GET", "/api/playbook", Role.Viewer },
        { "GET", "/api/ledger", Role.Viewer },
        { "GET", "/api/proposals", Role.Viewer },
        { "GET", "/api/proposals/{id}", Role.Viewer },
        { "POST", "/api/proposals", Role.Viewer },
        { "GET", "/api/policy", Role.Viewer },
        { "GET", "/api/policy/explain", Role.Viewer },
        { "PUT", "/api/policy", Role.Admin },
        { "POST", "/api/freeze", Role.Operator },
        { "POST", "/api/unfreeze", Role.Admin },
        { "GET", "/health/live", null },
        { "GET", "/health/ready", null },
        { "GET", "/openapi/v1.json", null },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_AsksForItsRole(string method, string route, Role? role)
    {
        await using var kit = await ApiKit.OpenAsync();
        var path = route.Replace("{id}", "onboarding", StringComparison.Ordinal).Replace("{path}", "x.md", StringComparison.Ordinal).Replace("{play}", "onboarding", StringComparison.Ordinal);
        var body = method == "GET" ? null : "{}";
        var stranger = await kit.SendAsync(method, path, null, body);
        if (role is not { } needed)
        {
            Assert.Equal(200, stranger.Status);
            return;
        }

        Assert.Equal((401, "unauthenticated"), (stranger.Status, stranger.Code));
        Assert.Contains("Bearer", stranger.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        if (needed > Role.Viewer)
        {
            var lower = await kit.SendAsync(method, path, needed - 1, body);
            Assert.Equal((403, "wrong_role"), (lower.Status, lower.Code));
        }

        Assert.DoesNotContain((await kit.SendAsync(method, path, needed, body)).Status, new[] { 401, 403, 405, 500 });
        Assert.DoesNotContain((await kit.SendAsync(method, path, Role.Admin, body)).Status, new[] { 401, 403, 405, 500 });
    }

    [Fact]
    public async Task Document_HasEveryRouteWithSummaryAndErrors()
    {
        await using var kit = await ApiKit.OpenAsync();
        var document = (await kit.SendAsync("GET", "/openapi/v1.json", null)).Json;
        var paths = document.GetProperty("paths");
        foreach (var (method, route) in Routes.Select(row => ((string)row[0], (string)row[1])).Where(row => row.Item2 != "/openapi/v1.json"))
        {
            Assert.True(paths.TryGetProperty(route, out var path), $"{route} is missing");
            Assert.True(path.TryGetProperty(method.ToLowerInvariant(), out var operation), $"{method} {route} is missing");
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.GetProperty("operationId").GetString()!);
            Assert.True(operation.GetProperty("responses").TryGetProperty("429", out _));
        }

        Assert.Equal(JsonValueKind.Object, document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").ValueKind);
    }

    [Fact]
    public async Task Document_HasEveryMappedRouteWithItsRoleAndRefusals()
    {
        await using var kit = await ApiKit.OpenAsync();
        var paths = (await kit.SendAsync("GET", "/openapi/v1.json", null)).Json.GetProperty("paths");
        var names = new HashSet<string>();
        foreach (var endpoint in kit.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(each => each.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }))
        {
            var route = System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, @"\{\**(\w+)[^}]*\}", "{$1}").TrimEnd('/');
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
            {
                Assert.True(paths.TryGetProperty(route, out var path) && path.TryGetProperty(method.ToLowerInvariant(), out _), $"{method} {route} is missing");
                var operation = path.GetProperty(method.ToLowerInvariant());
                Assert.True(operation.TryGetProperty("operationId", out var name) && names.Add(name.GetString()!), $"{method} {route} has no name of its own");
                Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
                var least = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Roles?.Split(',')[0].ToLowerInvariant()).SingleOrDefault();
                Assert.Contains(least is null ? "no token" : $"role {least}", operation.GetProperty("description").GetString(), StringComparison.Ordinal);
                var answers = operation.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToHashSet();
                var refusals = endpoint.Metadata.GetOrderedMetadata<RefusalNote>().SelectMany(note => note.Statuses).Append(429).Concat(least is null ? [] : [401, 403]);
                Assert.Empty(refusals.Select(status => $"{status}").Except(answers));
                Assert.True(!route.Contains("{id}", StringComparison.Ordinal) || answers.Contains("404") || method == "PUT", $"{method} {route} says nothing of what is not there");
            }
        }

        Assert.True(names.Count > 35);
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer opt_000000000000_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("Basic YWRtaW46YWRtaW4=")]
    [InlineData("Bearer")]
    public async Task Token_ThatIsNone_IsRefused(string header)
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal("unauthenticated", (await kit.SendAsync("GET", "/api/plays", null, headers: ("Authorization", header))).Code);
    }

    [Fact]
    public async Task NoRoute_AndWrongMethod_AreProblems()
    {
        await using var kit = await ApiKit.OpenAsync();
        Assert.Equal("not_found", (await kit.GetAsync("/api/nothing")).Code);
        var wrong = await kit.SendAsync("DELETE", "/api/plays");
        Assert.Equal((405, "method_not_allowed"), (wrong.Status, wrong.Code));
        Assert.Contains("GET", wrong.Headers["Allow"], StringComparison.Ordinal);
        Assert.Equal(405, (await kit.SendAsync("OPTIONS", "/api/plays")).Status);
    }

    [Fact]
    public async Task Head_IsGetWithoutItsBody()
    {
        await using var kit = await ApiKit.OpenAsync();
        var (get, head) = (await kit.SendAsync("GET", "/api/plays/onboarding"), await kit.SendAsync("HEAD", "/api/plays/onboarding"));
        Assert.Equal((200, "", get.Headers["ETag"]), (head.Status, head.Text, head.Headers["ETag"]));
    }

    [Fact]
    public async Task EveryAnswer_CarriesSafeHeaders()
    {
        await using var kit = await ApiKit.OpenAsync();
        foreach (var answer in new[] { await kit.GetAsync("/api/plays"), await kit.GetAsync("/nothing"), await kit.SendAsync("GET", "/api/plays", null), await kit.SendAsync("GET", "/health/live", null) })
        {
            Assert.Equal(("nosniff", "no-store"), (answer.Headers["X-Content-Type-Options"], answer.Headers["Cache-Control"]));
        }
    }

    [Fact]
    public async Task Ready_SaysWhatItLookedAt()
    {
        await using var kit = await ApiKit.OpenAsync();
        var ready = (await kit.SendAsync("GET", "/health/ready", null)).Json;
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.Equal(["engine", "records", "clock"], ready.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task Ready_RecordsThatCannotBeWritten_IsNotReadyAndTellsStrangersNoMore()
    {
        await using var kit = await ApiKit.OpenAsync();
        kit.RecordsFault = new IOException("the disk /secret/place is full");
        var answer = await kit.SendAsync("GET", "/health/ready", null);
        Assert.Equal(503, answer.Status);
        var records = answer.Json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("name").GetString() == "records");
        Assert.False(records.GetProperty("isFine").GetBoolean());
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await kit.SendAsync("GET", "/health/live", null)).Status);

        kit.RecordsFault = null;
        Assert.Equal(200, (await kit.SendAsync("GET", "/health/ready", null)).Status);
    }

    [Fact]
    public async Task TooManyWrites_AreTurnedAwayWithATime()
    {
        await using var kit = await ApiKit.OpenAsync(limits: new() { WriteBurst = 3, WritesPerSecond = 1 });
        var answers = new List<ApiAnswer>();
        for (var i = 0; i < 5; i++)
        {
            answers.Add(await kit.SendAsync("POST", "/api/freeze", body: """{"why":"x"}"""));
        }

        var late = answers.Find(answer => answer.Status == 429)!;
        Assert.Equal("too_many_requests", late.Code);
        Assert.True(int.Parse(late.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture) >= 1);
        Assert.Equal(200, (await kit.GetAsync("/api/plays")).Status);
    }

    [Fact]
    public async Task TooManyStrangers_AreTurnedAwayAndHoldNobodyUp()
    {
        await using var kit = await ApiKit.OpenAsync(limits: new() { StrangerBurst = 3, StrangersPerSecond = 1 });
        Assert.Contains(429, await AskedAsync(429));
        Assert.Equal(200, (await kit.GetAsync("/api/plays")).Status);

        // A bucket fills up again by itself.
        Assert.Contains(200, await AskedAsync(200));

        async Task<List<int>> AskedAsync(int until)
        {
            var answers = new List<int>();
            while (answers.Count < 1_000 && !answers.Contains(until))
            {
                answers.Add((await kit.SendAsync("GET", "/health/live", null)).Status);
                await Task.Delay(until == 200 ? 20 : 0);
            }

            return answers;
        }
    }
}
