using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Optimizer.Functions.Tests.Kit;

/// <summary>A function as its attributes say it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">Its code.</param>
/// <param name="Trigger">The attribute of its trigger.</param>
internal sealed record FoundFunction(string Name, MethodInfo Method, Attribute Trigger)
{
    /// <summary>All functions of the host, in the order of their names.</summary>
    public static IReadOnlyList<FoundFunction> All { get; } =
    [
        .. typeof(HostRecords).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .Select(Of)
            .OrderBy(function => function.Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<FoundFunction> Http { get; } = [.. All.Where(function => function.Trigger is HttpTriggerAttribute)];

    /// <summary>Its row in the table of functions.</summary>
    public string Row => Trigger switch
    {
        HttpTriggerAttribute http => $"| {Name} | HTTP, {(http.Methods is { Length: > 0 } methods ? string.Join(" ", methods) : "every method")} | `/{http.Route}` | {http.AuthLevel.ToString().ToLowerInvariant()} |",
        TimerTriggerAttribute timer => $"| {Name} | timer | `{timer.Schedule}` | - |",
        var other => $"| {Name} | {other.GetType().Name.Replace("TriggerAttribute", "", StringComparison.Ordinal).ToLowerInvariant()} | - | - |",
    };

    private static FoundFunction Of(MethodInfo method) => new(
        method.GetCustomAttribute<FunctionAttribute>()!.Name, method,
        method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()).Single(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)));
}
