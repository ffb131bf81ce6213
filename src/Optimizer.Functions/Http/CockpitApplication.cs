using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit;

namespace Optimizer.Functions.Http;

/// <summary>
/// The Cockpit's whole pipeline behind one call: the same services, checks and routes as on the single machine. They have a container of
/// their own, so that nothing which the Functions worker sets up for itself changes an answer.
/// </summary>
internal sealed class CockpitApplication : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly RequestDelegate _pipeline;

    public CockpitApplication(ServedLoop loop, ILoggerFactory logs, IHostEnvironment environment)
    {
        var services = new ServiceCollection();
        services.AddSingleton(loop).AddSingleton(logs).AddSingleton(environment).AddLogging().AddMetrics().AddOptions().AddCockpit();
        var listener = new DiagnosticListener("Optimizer.Cockpit");
        services.AddSingleton(listener).AddSingleton<DiagnosticSource>(listener);
        _services = services.BuildServiceProvider();
        var application = new ApplicationBuilder(_services);
        application.UseCockpit();
        _pipeline = application.Build();
    }

    /// <summary>What it answers to.</summary>
    public IReadOnlyList<RouteEndpoint> Routes => [.. _services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Answers a request that the worker has routed to a function already.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        // What the worker's own routing found is not ours, and would keep ours from looking.
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        await using var scope = _services.CreateAsyncScope();
        var before = context.Features.Get<IServiceProvidersFeature>();
        context.Features.Set<IServiceProvidersFeature>(new RequestServicesFeature(context, null) { RequestServices = scope.ServiceProvider });
        try
        {
            await _pipeline(context);
        }
        finally
        {
            context.Features.Set(before);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
