using System.Diagnostics;
using System.Text.Json;
using Optimizer.Workflows;
using ActivityContext = Optimizer.Workflows.ActivityContext;

namespace Optimizer.Functions.Durable;

/// <summary>Runs an activity's code: all that an activity function does.</summary>
internal static class DurableActivities
{
    /// <summary>Name of the source of its traces.</summary>
    public const string TelemetryName = "Optimizer.Functions";

    private static readonly ActivitySource Traces = new(TelemetryName);

    /// <summary>Runs one attempt; however the handler fails is a value.</summary>
    /// <exception cref="OperationCanceledException">The host stops: the platform runs it again.</exception>
    public static async Task<JsonElement> RunAsync(
        string name, JsonElement input, WorkflowRegistry registry, IServiceProvider services, CancellationToken cancellationToken)
    {
        var call = Envelopes.Read<CallEnvelope>(input);
        if (registry.Find(name) is not { } code)
        {
            return Envelopes.Of(new CallAnswer(null, new(FailureTypes.UnknownActivity, $"no activity named '{name}' is registered", CanRetry: false)));
        }

        using var span = Span(call, code.Name);
        try
        {
            var context = new ActivityContext(call.InstanceId, call.Key, call.Attempt, services, cancellationToken);
            var output = await code.RunAsync(context, Envelopes.PayloadOf(call.Input));
            return Envelopes.Of(new CallAnswer(Envelopes.Json(Limits.Check(output, "the output of activity", name))));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault)
        {
            // Whatever a handler throws is its workflow's to judge.
            span?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            return Envelopes.Of(new CallAnswer(null, Failure.Of(fault)));
        }
    }

    private static Activity? Span(CallEnvelope call, string name)
    {
        var parent = System.Diagnostics.ActivityContext.TryParse(call.Trace, null, out var context) ? context : default;
        return Traces.StartActivity($"activity {name}", ActivityKind.Internal, parent)
            ?.SetTag("optimizer.instance", call.InstanceId)
            .SetTag("optimizer.attempt", call.Attempt);
    }
}
