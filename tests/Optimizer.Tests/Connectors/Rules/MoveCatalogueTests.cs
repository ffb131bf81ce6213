using System.Text.Json;
using Optimizer.Connectors.Rules;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Testing;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Tests.Connectors.Rules;

public class MoveCatalogueTests
{
    [Fact]
    public void For_EveryVariable_HasMovesThatDifferAndCanBeRead()
    {
        foreach (var variable in MoveCatalogue.Variables.Append("something_else"))
        {
            var moves = MoveCatalogue.For(variable);
            Assert.True(moves.Count >= 3, $"{variable} has {moves.Count} moves");
            Assert.Equal(moves.Count, moves.Select(move => move.Name).Distinct().Count());
            Assert.All(moves, move =>
            {
                using var setting = JsonDocument.Parse(move.Setting(variable).Json);
                Assert.Equal(move.Name, setting.RootElement.GetProperty("move").GetString());
                Assert.NotEmpty(setting.RootElement.GetProperty("text").GetString()!);
                Assert.InRange(move.Impact, 0.01, 0.15);
                Assert.InRange(Math.Abs(move.BudgetChange ?? 0), 0, HypothesisCheck.LargestBudgetChange);
            });
        }
    }

    [Theory]
    [InlineData("audience_segment", ChangeClass.Audience)]
    [InlineData("pricing_discount", ChangeClass.Pricing)]
    [InlineData("budget_allocation", ChangeClass.Budget)]
    [InlineData("frequency_cap", ChangeClass.Cadence)]
    [Trait("Req", "S0-028")]
    public void For_WhatTouchesPeopleOrMoney_IsNeverLowRisk(string variable, ChangeClass kind) => Assert.All(MoveCatalogue.For(variable), move =>
    {
        Assert.Equal(kind, move.Class);
        Assert.NotEqual(RiskLevel.Low, move.Risk);
    });

    [SharedFact]
    public void Variables_OfAllDefinitions_HaveMovesOfTheirOwn()
    {
        var named = Directory.EnumerateFiles(SharedFolder.File("plays", "definitions"), "*.json").SelectMany(file =>
        {
            using var definition = JsonDocument.Parse(File.ReadAllText(file));
            return definition.RootElement.TryGetProperty("variables", out var variables)
                ? variables.EnumerateArray().Select(variable => variable.GetProperty("key").GetString()!).ToList()
                : [];
        }).ToHashSet();

        Assert.True(named.Count >= 40);
        Assert.Empty(named.Except(MoveCatalogue.Variables));
    }

    [Fact]
    public void Variables_OfTheSamples_HaveMovesOfTheirOwn()
    {
        var named = Repository.Files("samples/plays", "*.yaml").SelectMany(file => PlayFile.Read(File.ReadAllText(file), file).Plays)
            .SelectMany(document => document.Play.Variables).Select(variable => variable.Key).ToHashSet();

        Assert.True(named.Count >= 30);
        Assert.Empty(named.Except(MoveCatalogue.Variables));
    }
}
