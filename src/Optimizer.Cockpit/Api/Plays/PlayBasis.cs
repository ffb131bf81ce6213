using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>What a play goes by, of the records.</summary>
/// <param name="Number">Of the terms, before any of them was read; null where nobody counts.</param>
/// <param name="Definition">In force.</param>
/// <param name="Terms">Definition and policy.</param>
/// <param name="Page">Its experiments and those of its site.</param>
/// <param name="Freeze">Null when none holds.</param>
internal sealed record PlayBasis(long? Number, DefinitionInForce Definition, PlayTerms Terms, RegisterPage Page, Freeze? Freeze);
