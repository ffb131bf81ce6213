using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Optimizer.Cockpit;
using Optimizer.Domain.Identity;
using Optimizer.Functions.Http;
using Optimizer.Functions.Tests.Kit;

namespace Optimizer.Functions.Tests.Http;

/// <summary>The same requests to the single machine's server and through the functions: the same answers, byte for byte.</summary>
public class SameAnswerTests
{
    private static readonly (string Method, string Path, string? Body, string Type)[] Requests =
    [
        ("GET", "/health/live", null, ""),
        ("GET", "/health/ready", null, ""),
        ("GET", "/health", null, ""),
        ("GET", "/openapi/v1.json", null, ""),
        ("GET", "/openapi/v2.json", null, ""),
        ("GET", "/api/plays", null, ""),
        ("HEAD", "/api/plays", null, ""),
        ("GET", "/api/plays?limit=-1", null, ""),
        ("GET", "/api/plays/none", null, ""),
        ("GET", $"/api/plays/{PlayText.Slug}", null, ""),
        ("GET", $"/api/plays/{PlayText.Slug}/definition", null, ""),
        ("GET", $"/api/plays/{PlayText.Slug}/nothing", null, ""),
        ("DELETE", $"/api/plays/{PlayText.Slug}", null, ""),
        ("OPTIONS", "/api/plays", null, ""),
        ("POST", "/api/plays", "slug: [", "application/yaml"),
        ("POST", "/api/plays", "{}", "text/plain"),
        ("PUT", "/api/plays/other", PlayText.Sample, "application/yaml"),
        ("POST", "/api/plays/none/pause", """{"why":"x"}""", "application/json"),
        ("GET", "/api/experiments", null, ""),
        ("GET", "/api/experiments/none", null, ""),
        ("GET", "/api/approvals", null, ""),
        ("POST", "/api/approvals/none", """{"decision":"maybe"}""", "application/json"),
        ("GET", "/api/decisions/none", null, ""),
        ("GET", "/api/reports", null, ""),
        ("GET", "/api/reports/2026/W01/none.md", null, ""),
        ("GET", "/api/audit?limit=3", null, ""),
        ("GET", "/api/policy", null, ""),
        ("PUT", "/api/policy", "nonsense: 1", "application/yaml"),
        ("POST", "/api/events", "[]", "application/json"),
        ("GET", "/api/assignments?experiment=none&unit=u", null, ""),
        ("GET", $"/api/settings/{PlayText.Slug}", null, ""),
        ("POST", "/api/freeze", "{}", "application/json"),
        ("GET", "/api/me", null, ""),
        ("POST", "/api/tokens", """{"name":""}""", "application/json"),
        ("POST", "/api/slack/interactions", "payload=%7B%7D", "application/x-www-form-urlencoded"),
        ("GET", "/a/forged", null, ""),
        ("POST", "/a/forged", "decision=approve", "application/x-www-form-urlencoded"),
    ];

    [Fact]
    public async Task Answers_ByBothHosts_AreTheSame()
    {
        await using var kit = await HostKit.OpenAsync();
        await using var cockpit = kit.Cockpit();
        var token = await kit.TokenAsync(Role.Admin);
        await using var machine = await MachineAsync(kit.Served);
        await using var azure = await AzureAsync(cockpit);
        _ = await AskAsync(machine, "PUT", $"/api/plays/{PlayText.Slug}", PlayText.Sample, "application/yaml", token);
        foreach (var (method, path, body, type) in Requests)
        {
            var known = await AskAsync(machine, method, path, body, type, token);
            Assert.DoesNotMatch("^(401|5[0-9]{2})\n", known);
            Assert.Equal(known, await AskAsync(azure, method, path, body, type, token));
            Assert.Equal(await AskAsync(machine, method, path, body, type, null), await AskAsync(azure, method, path, body, type, null));
        }
    }

    private static async Task<string> AskAsync(WebApplication web, string method, string path, string? body, string type, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        using var client = web.GetTestServer().CreateClient();
        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join("\n", headers)}\n\n{Convert.ToHexString(await answer.Content.ReadAsByteArrayAsync())}";
    }

    private static async Task<WebApplication> MachineAsync(ServedLoop served)
    {
        var builder = Builder();
        builder.Services.AddSingleton(served);
        builder.Services.AddCockpit();
        var web = builder.Build();
        web.UseCockpit();
        await web.StartAsync();
        return web;
    }

    /// <summary>As the worker has it: its own routing has found the function, which is then called with the request.</summary>
    private static async Task<WebApplication> AzureAsync(CockpitApplication cockpit)
    {
        var web = Builder().Build();
        var handler = new CockpitHandler(cockpit);
        foreach (var function in FoundFunction.Http)
        {
            var code = ActivatorUtilities.CreateInstance(new ServiceCollection().AddSingleton(handler).BuildServiceProvider(), function.Method.DeclaringType!);
            web.Map(((HttpTriggerAttribute)function.Trigger).Route!, async context =>
                Assert.IsType<EmptyResult>(await (Task<IActionResult>)function.Method.Invoke(code, [context.Request, new Mock<DurableTaskClient>("test").Object])!));
        }

        await web.StartAsync();
        return web;
    }

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        return builder;
    }
}
