using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Optimizer.Functions.Tests.Kit;

namespace Optimizer.Functions.Tests.Http;

/// <summary>Whatever the Cockpit answers to is reached through one trigger; pages through the one that takes all that no other does.</summary>
public class RouteTests
{
    private const string Pages = "Cockpit";

    [Fact]
    public async Task Triggers_ForEveryRouteOfTheCockpit_AreOne()
    {
        await using var kit = await HostKit.OpenAsync();
        await using var cockpit = kit.Cockpit();
        var routes = cockpit.Routes.Select(route => route.RoutePattern.RawText!).Distinct().ToList();
        Assert.True(routes.Count > 30, $"only {routes.Count} routes were found");
        var faults = routes
            .Select(route => (Route: route, Triggers: Matching(Sample(route))))
            .Where(pair => pair.Triggers.Count > 1 || (pair.Triggers.Count == 0 && IsForPrograms(pair.Route)))
            .Select(pair => $"{pair.Route}: {(pair.Triggers.Count == 0 ? "no trigger" : string.Join(", ", pair.Triggers))}");
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Triggers_OfEveryFunction_ReachARoute()
    {
        await using var kit = await HostKit.OpenAsync();
        await using var cockpit = kit.Cockpit();
        var reached = cockpit.Routes.SelectMany(route => Matching(Sample(route.RoutePattern.RawText!))).Append(Pages).ToHashSet();
        Assert.Equal(FoundFunction.Http.Select(function => function.Name), reached.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Triggers_OfTheCockpit_AskForNoKeyAndTakeEveryMethod() => Assert.All(FoundFunction.Http, function =>
    {
        var http = (HttpTriggerAttribute)function.Trigger;
        Assert.Equal(AuthorizationLevel.Anonymous, http.AuthLevel);
        Assert.Null(http.Methods);
    });

    private static IReadOnlyList<string> Matching(string path) =>
    [
        .. FoundFunction.Http
            .Where(function => function.Name != Pages && new TemplateMatcher(TemplateParser.Parse(((HttpTriggerAttribute)function.Trigger).Route!), []).TryMatch(new PathString(path), []))
            .Select(function => function.Name),
    ];

    private static bool IsForPrograms(string route) => route.StartsWith("/api/", StringComparison.Ordinal) || route.StartsWith("/openapi/", StringComparison.Ordinal);

    private static string Sample(string pattern) => "/" + string.Join('/', pattern.Trim('/').Split('/').Select(part => part.Contains('{', StringComparison.Ordinal) ? "x" : part));
}
