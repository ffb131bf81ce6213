namespace Optimizer.Cockpit.Api.Document;

/// <summary>A parameter that a route reads by itself.</summary>
internal sealed record QueryNote(string In, string Name, string Means, string Type, bool IsRequired);
